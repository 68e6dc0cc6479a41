import { byId, element, list } from './dom.js';
import { time } from './words.js';

const FAILURES = {
	status: 'refused',
	body: 'not the expected XML',
	timeout: 'no answer within 5 seconds',
	connection: 'no connection',
	stopped: 'the sandbox was stopped',
};

const cell = (text, attributes = {}) => element('td', attributes, String(text));

/** How a delivery ended, in words. A probe is there to be refused. */
function answerOf({ status, failure, probe, answer }) {
	const refused = failure === 'status' && status !== null && status < 500;
	if (probe) return refused ? ['good', `${status} probe refused`] : ['bad', 'probe accepted'];
	if (failure === null) return ['good', `${status} acknowledged`];
	return ['bad', [status, FAILURES[failure] ?? failure, answer].filter(Boolean).join(' ')];
}

/** Every attempt to notify, with what came back. */
export function showDeliveries({ deliveries }) {
	list(
		byId('delivery-rows'),
		deliveries,
		({ at, out_trade_no, copy, attempt, probe }) =>
			[at, out_trade_no, copy, attempt, probe].join(' '),
		(delivery) => {
			const [mood, text] = answerOf(delivery);
			const { at, out_trade_no, event_type, attempt, copy, latency_ms } = delivery;
			return element(
				'tr',
				{},
				cell(time(at)),
				cell(out_trade_no),
				cell(event_type ?? 'XML'),
				cell(copy > 1 ? `${attempt} of copy ${copy}` : attempt, { class: 'number' }),
				cell(`${latency_ms} ms`, { class: 'number' }),
				element('td', {}, element('span', { class: `badge ${mood}` }, text)),
			);
		},
	);
}

/** What n8n asked of WeChat. */
export function showCalls({ calls }) {
	list(
		byId('call-rows'),
		calls.map((call, index) => ({ ...call, key: `${call.at} ${calls.length - index}` })),
		({ key }) => key,
		({ at, method, path, status, errcode }) => {
			const fine = status !== null && status < 400 && !errcode;
			const text = status === null ? 'lost' : `${status}${errcode ? `, errcode ${errcode}` : ''}`;
			return element(
				'tr',
				{},
				cell(time(at)),
				cell(`${method} ${path}`),
				element('td', {}, element('span', { class: `badge ${fine ? 'good' : 'bad'}` }, text)),
			);
		},
	);
}
