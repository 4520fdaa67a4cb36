/** A failure with a reason that can be told to a reader, in Dutch. */
export class EngineError extends Error {
	override readonly name = 'EngineError';
}
