import { asObject, tryParse } from '../../core/json';
import { safeLine } from '../../core/outside-text';

/** The two things that a shop writes into `attach`. */
export interface AttachParts {
	/** The order lines, for `readAttach`. */
	basket: string;
	/** Code of a campaign, such as the scene of the mini-program's page. */
	campaign?: string;
}

const MARK = ';c=';
/** WeChat allows 128 bytes for all of `attach`. UTF-16 units. */
const LONGEST_CODE = 64;
const LONGEST_ATTACH = 8_000;

/** Separates the campaign, `;c=CODE` at the end or the field `c` of a JSON object, from the order lines. */
export function splitAttach(attach: string): AttachParts {
	const [basket, campaign] = /^\s*[[{]/.test(attach)
		? [attach, codeOf(attach)]
		: cut(attach, attach.lastIndexOf(MARK));
	const code = safeLine(campaign, LONGEST_CODE);
	return { basket, ...(code && { campaign: code }) };
}

const cut = (text: string, at: number): [basket: string, campaign: string] =>
	at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + MARK.length)];

function codeOf(json: string): string {
	const code = json.length > LONGEST_ATTACH ? undefined : asObject(tryParse(json))?.['c'];
	return typeof code === 'string' || Number.isSafeInteger(code) ? String(code) : '';
}
