import type { Rule } from './status.ts';

/** What each rule asks, in the order in which the questions are asked; shown on `/methode/`. */
export const ruleTexts: Record<Rule, { title: string; text: string }> = {
	'started@1': {
		title: 'Was het al begonnen?',
		text: 'Voor de dag waarop een doel, afspraak of werk begint, is er geen oordeel. Een doel geldt vanaf de dag waarop het stuk is vastgesteld of gepubliceerd. Is die dag niet bekend, dan is hij uitgerekend, en dat staat erbij. Ook werk dat volgens de laatste melding nog gepland is, krijgt geen oordeel.'
	},
	'indicator@1': {
		title: 'Is er een cijfer?',
		text: 'Zonder een cijfer dat het doel meet, is er niets te beoordelen. Bij werk dat klaar moet zijn, is een melding genoeg.'
	},
	'target@1': {
		title: 'Is er iets afgesproken?',
		text: 'Een indicator zonder afspraak krijgt geen oordeel. Zo veel mogelijk is geen afspraak die te beoordelen is: daarvoor is een richting of een waarde nodig. De site bedenkt zelf geen streefwaarden.'
	},
	'comparable@1': {
		title: 'Is het te vergelijken?',
		text: 'Is tussen het uitgangspunt en de meting de manier van meten veranderd, of de tabel met andere grenzen, dan is er geen oordeel. Dat is ook zo als het uitgangspunt geen cijfer heeft, of meer dan één. Is er na het uitgangspunt nog niets gemeten, dan is er niets te vergelijken; dan geeft de volgende vraag het oordeel.'
	},
	'measured@1': {
		title: 'Is er opnieuw gemeten?',
		text: 'Er moet een meting zijn van na het uitgangspunt, in dezelfde reeks, die op de gevraagde dag al bekend was. Een cijfer telt vanaf de dag waarop de bron het publiceerde. Is die dag niet bekend, dan telt het vanaf het einde van de periode. Een melding over werk telt vanaf de dag waarop het stuk is gepubliceerd. Is het werk nog niet klaar, dan zegt de melding na een jaar niets meer.'
	},
	'not-risen@1': {
		title: 'Niet gestegen',
		text: 'Goed is: niet meer dan het kleinste verschil dat telt boven het uitgangspunt. Heeft niemand dat verschil bepaald, dan is het 0 en telt elke stijging.'
	},
	'not-fallen@1': {
		title: 'Niet gedaald',
		text: 'Goed is: niet meer dan het kleinste verschil dat telt onder het uitgangspunt.'
	},
	'rises@1': {
		title: 'Stijgt',
		text: 'Goed is: meer dan het kleinste verschil dat telt boven het uitgangspunt. Gelijk gebleven is niet gestegen.'
	},
	'falls@1': {
		title: 'Daalt',
		text: 'Goed is: meer dan het kleinste verschil dat telt onder het uitgangspunt. Gelijk gebleven is niet gedaald.'
	},
	'at-least@1': {
		title: 'Ten minste een waarde',
		text: 'Op de afgesproken datum moet de waarde gehaald zijn. Daarvoor is het op koers wat op of boven de rechte lijn ligt van het uitgangspunt naar de afspraak.'
	},
	'at-most@1': {
		title: 'Ten hoogste een waarde',
		text: 'Op de afgesproken datum mag het niet meer zijn dan de waarde. Daarvoor is het op koers wat op of onder de rechte lijn ligt van het uitgangspunt naar de afspraak.'
	},
	'done-by@1': {
		title: 'Klaar op een datum',
		text: 'Dit oordeel komt uit wat de gemeente zelf meldt: gepland, bezig, vertraagd, gedaan of gestopt. De site controleert die melding niet. Is de afgesproken datum voorbij, dan beslist de eerste melding over die datum of later, net als bij een cijfer: gedaan is bereikt, al het andere is niet bereikt. Een latere melding verandert dat niet, maar staat er wel bij. Is er vanaf de datum niets gemeld, dan is er geen oordeel.'
	},
	'every-target@1': {
		title: 'Een doel met meer afspraken',
		text: 'Elke afspraak moet zijn nagekomen. Het doel krijgt de uitkomst van de afspraak die het zwaarst weegt, en erachter staat voor hoeveel afspraken die geldt. Er wordt nooit een gemiddelde gemaakt.'
	}
};
