/** Words that the project's texts do without, each with what to write instead. */
export interface Term {
	/** Names the term in the budget. */
	id: string;
	/** Matches whole words, mostly in either case. */
	pattern: RegExp;
	use: string;
}

const term = (id: string, use: string, pattern: string = id, flags = 'gi'): Term => ({
	id,
	use,
	pattern: new RegExp(String.raw`(?<![\w-])(?:${pattern})(?![\w-])`, flags),
});

/** Turns of phrase that are old or roundabout, and need a second reading. */
const PHRASES: Term[] = [
	term('stands', 'is', 'stands?|stood'),
	term('told', 'is shown, is reported', 'told|telling|tells? (?:what|whether|how|which|when)'),
	term('whoever', 'anyone who'),
	term(
		'What … (statement)',
		'a noun as the subject',
		String.raw`(?<=^|[.!?] )What\b(?! to\b)(?![^.]*\?)`,
		'g',
	),
	term('lacks', 'has no, is missing', 'lacks|lacked|lacking'),
	term('of its own', 'its own, a separate', "of (?:its|their|one's) own"),
	term('anew', 'again'),
	term('comes to', 'equals, is', 'comes? to|came to'),
	term('no sooner', 'only after'),
	term('so that none', 'so that no …'),
	term('in place of', 'instead of'),
	term('beside', 'next to, with'),
	term('let go', 'release', '(?:lets?|letting) go(?: of)?'),
	term('sees to', 'makes sure that', '(?:sees?|saw) to (?:it|that)'),
	term('names no', 'does not name', '(?:names?|takes?|knows?|holds?|brings?|gives?) (?:no|none)'),
	term('somebody', 'someone, a person'),
	term('surer', 'more reliable, recommended'),
	term('bend', 'customize', 'bends?|bending|bent'),
	term('tidy', 'clean up, merge', 'tidy|tidies|tidied|tidying'),
	term('astray', 'wrong, lost'),
	term('a fault of', 'a bug in', 'an? fault of'),
	term(
		'archaic',
		'a modern word',
		'thereof|therein|hence|whence|lest|albeit|whilst|amongst|upon|shall',
	),
];

/** The wrong names of things, each with the project's one name for it. */
const NAMES: Term[] = [
	term('callback', 'notification', 'callbacks?'),
	term('repetition', 'delivery (of a notification)', 'repetitions?'),
	term('crowd', 'many notifications, batch', 'crowds?'),
	term('lane', 'batch, queue', 'lanes?'),
	term('chunk', 'batch', 'chunks?'),
	term('piece', 'unit', 'pieces?'),
	term('held back', 'reserved', '(?:hold|holds|held|holding) back'),
	term('what can be promised', 'available quantity', '(?:what )?can be promised'),
	term('waits for a person', 'is in review', 'waits? for a (?:person|human)'),
	term('picking', 'delivery order, transfer', 'pickings?'),
	term('paper', 'document', 'papers?'),
	term('to-do', 'activity', 'to-dos?', 'g'),
	term('take back', 'reset to quotation', '(?:takes?|taken|took) back|back to (?:a )?draft'),
	term('stamp', 'ledger entry', 'stamps?'),
];

export const TERMS: Term[] = [...PHRASES, ...NAMES];
