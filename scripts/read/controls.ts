/** Characters that steer a screen, or turn the direction of a text: a publisher has no use for them in a name. */
const controls = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text of somebody else as it may be shown on a terminal and kept in a file. */
export const withoutControls = (text: string): string => text.replace(controls, ' ');
