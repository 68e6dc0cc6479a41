export const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`;

export const time = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });

/** A count with its noun: `1 buyer`, `2 buyers`. */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const SHIPPING = {
	1: ['To ship', 'waiting'],
	2: ['Shipped', 'good'],
	3: ['Received', 'good'],
	4: ['Finished', 'good'],
	5: ['Refunded', 'bad'],
	6: ['Shipped, awaiting settlement', 'good'],
};

/** State of an order in a word, and how good it is. */
export function orderState({ order_state: state, refunded }) {
	const [text, mood] = SHIPPING[state] ?? ['Unknown', ''];
	return state !== 5 && refunded > 0 ? [`${text}, part refunded`, 'waiting'] : [text, mood];
}
