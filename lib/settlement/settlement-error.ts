import { IntegrationError } from '../core/errors';

/** An item that is not what this step takes: `NOT_A_<what>`, with the fields to look at. */
export function notA(what: string, words: string, fields: string[], source: string) {
	return new IntegrationError({
		code: `NOT_A_${what}`,
		message: `This item is not ${words}: look at ${fields.join(', ')}.`,
		likelyCause: 'It comes from another step, or a step in between dropped or changed its fields.',
		nextStep: `Pass the items of ${source} on with all of their fields.`,
	});
}
