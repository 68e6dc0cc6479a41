import { textOf } from './records';

/** A moment (milliseconds since 1970) as Odoo writes and compares it: `2026-11-22 15:30:00`, in UTC. */
export const toOdooTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** The moment of a field of Odoo, in milliseconds since 1970: UTC, though it does not say so. NaN where it is empty. */
export const fromOdooTime = (value: unknown): number =>
	Date.parse(`${textOf(value).replace(' ', 'T')}Z`);
