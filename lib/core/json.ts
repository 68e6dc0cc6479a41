const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** True of every text with a bare long integer, and of few others: most need no second look. */
const MAY_HOLD_LONG_INTEGER = /(?:^|[:,[\s])-?\d{16}/;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * `JSON.parse` that keeps integers of 16 digits and more, as WeChat's ids are, as strings:
 * a JavaScript number holds only 2^53.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
	const parsed: unknown = JSON.parse(text);
	if (!MAY_HOLD_LONG_INTEGER.test(text)) return parsed;
	return JSON.parse(
		text.replace(STRING_OR_NUMBER, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token)),
	);
}

/** Any JSON object. */
export type JsonObject = Record<string, unknown>;

/** The value as an object, unless it is something else. */
export function asObject(value: unknown): JsonObject | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as JsonObject)
		: undefined;
}

/** JSON text parsed; undefined when it is not JSON. */
export function tryParse(json: string): unknown {
	try {
		return parseJson(json);
	} catch {
		return undefined;
	}
}

/** The JSON object in a text or in UTF-8 bytes; undefined when there is none. */
export const parseObject = (json: string | Buffer): JsonObject | undefined =>
	asObject(tryParse(json.toString('utf8')));
