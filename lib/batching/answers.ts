/** The answer to a notification. */
export type Answer =
	| { acknowledged: true }
	/** @property code names the reason in the body of the 5xx */
	| { acknowledged: false; code: string };

export const ACKNOWLEDGED: Answer = { acknowledged: true };

export const refused = (code: string): Answer => ({ acknowledged: false, code });

/**
 * Turns the answers to parts into the answers to wholes, which may share parts. A whole is acknowledged with
 * its last part, and refused with the first part that is.
 *
 * @param wholes identity of each whole → identities of its parts
 * @param answerWhole called once for each whole whose answer is known
 * @returns takes the answer to a part; the first one counts
 */
export function combineAnswers(
	wholes: ReadonlyMap<string, readonly string[]>,
	answerWhole: (whole: string, answer: Answer) => void,
): (part: string, answer: Answer) => void {
	const open = new Map([...wholes].map(([whole, parts]) => [whole, new Set(parts)]));
	return (part, answer) => {
		for (const [whole, parts] of open) {
			if (!parts.delete(part) || (answer.acknowledged && parts.size > 0)) continue;
			open.delete(whole);
			answerWhole(whole, answer);
		}
	};
}
