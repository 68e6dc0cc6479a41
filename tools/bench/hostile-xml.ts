import { IntegrationError } from '../../lib/core/errors';
import { MAX_XML_BYTES, readFlatXml } from '../../lib/wechat-pay/v2/xml';
import type { Metric } from './metric';

const ROUNDS = 20;
const filled = (head: string, piece: string, tail = '') =>
	head +
	piece.repeat(Math.floor((MAX_XML_BYTES - head.length - tail.length) / piece.length)) +
	tail;
const bomb = Array.from({ length: 10 }, (_, n) => {
	return `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`;
}).join('');

/** Each as large as the reader takes at all, to be refused as late as it can. */
const HOSTILE: Record<string, Buffer> = {
	'an entity bomb': Buffer.from(`<!DOCTYPE xml [<!ENTITY e0 "ha">${bomb}]><xml><a>&e10;</a></xml>`),
	'an external entity': Buffer.from(
		'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><a>&f;</a></xml>',
	),
	'an unknown entity at the end': Buffer.from(filled('<xml><a>', '&lt;', '&bomb;</a></xml>')),
	'a document type at the end': Buffer.from(filled('<xml><a>', 'x', '</a><!DOCTYPE x></xml>')),
	'deep nesting': Buffer.from(filled('<xml>', '<a>')),
	'many attributes': Buffer.from(filled('<xml><a ', 'b="1" ')),
	'an endless name': Buffer.from(filled('<xml><', 'a')),
	'many sections without an end': Buffer.from(filled('<xml><a>', '<![CDATA[')),
	'another character set': Buffer.from(filled('<xml><a>', 'é'), 'utf16le'),
	'a broken character at the end': Buffer.concat([
		Buffer.from(filled('<xml><a>', 'x', '..')),
		Buffer.from([0xc0]),
	]).subarray(0, MAX_XML_BYTES),
	'too many bytes': Buffer.alloc(16 * 1024 * 1024, '<xml>'),
};

/** The slowest refusal of all. @throws Error where one is not refused */
export function hostileXmlMetrics(): Metric[] {
	const slowest = Object.entries(HOSTILE).map(([name, bytes]) => {
		const times = Array.from({ length: ROUNDS }, () => refusalMs(name, bytes));
		return Math.max(...times);
	});
	return [
		{
			metric: `hostile XML of ${slowest.length} kinds, each ${ROUNDS} times: slowest refusal`,
			value: Number(Math.max(...slowest).toFixed(1)),
			unit: 'ms',
			goal: { below: 50 },
		},
	];
}

function refusalMs(name: string, bytes: Buffer): number {
	const began = performance.now();
	try {
		readFlatXml(bytes, 'xml');
	} catch (error) {
		if (error instanceof IntegrationError) return performance.now() - began;
	}
	throw new Error(`${name} was not refused`);
}
