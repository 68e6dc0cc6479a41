import type { JsonObject } from '../pay-api/json-body';
import { ServerApiError } from './errcode';

/** @throws ServerApiError 44002 for an empty body, 40033 for `\u` escapes, 47001 for anything but a JSON object */
export function readBody(body: string): JsonObject {
	if (body.trim() === '') throw new ServerApiError(44002);
	if (/\\u[0-9a-f]{4}/i.test(body)) throw new ServerApiError(40033);
	try {
		const value: unknown = JSON.parse(body);
		if (isObject(value)) return value;
	} catch {
		// Answered below, as for JSON that is no object.
	}
	throw new ServerApiError(47001);
}

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is not empty; undefined for anything else. */
export const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
