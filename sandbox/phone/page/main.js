import { enteredAddress, showAddress } from './address.js';
import { showFigures, showSurge, showSwitches, showTarget } from './console.js';
import { byId, say } from './dom.js';
import { showCalls, showDeliveries } from './log.js';
import { showOdoo } from './odoo.js';
import { showOrders, showUnpaid } from './orders.js';
import { send } from './send.js';
import { showShop } from './shop.js';
import { tabs } from './tabs.js';
import { influencer, showLive, showWechatShop } from './wechat-shop.js';
import { counted, yuan } from './words.js';

let toastTimer;

function toast(text) {
	say(byId('toast'), text);
	clearTimeout(toastTimer);
	toastTimer = setTimeout(() => say(byId('toast'), ''), 4000);
}

/** Runs it; `tell` shows and reads out the result or the error. */
async function attempt(work, tell = toast) {
	try {
		tell(await work());
	} catch (error) {
		tell(error.message);
	}
}

const buy = ({ sku_code, title, price }) =>
	attempt(async () => {
		const [payment] = await send('purchases', { sku_code, ...enteredAddress() });
		return payment ? `Paid ${yuan(price)} for ${title}` : `${title} is not held: nothing was paid`;
	});

const buyInShop = ({ sku_code, title, price }) =>
	attempt(async () => {
		await send('shop/purchases', { sku_code, ...(influencer && { influencer }) });
		return `Paid ${yuan(price)} for ${title} in the WeChat Shop`;
	});

const giveBack = ({ transaction_id, total }) =>
	attempt(async () => {
		await send('returns', { transaction_id });
		return `${yuan(total)} paid back`;
	});

const pay = ({ out_trade_no }) =>
	attempt(async () => {
		const { amount } = await send('mall-payments', { out_trade_no });
		return `Paid ${yuan(amount.total)}`;
	});

const ship = ({ transaction_id }) =>
	attempt(async () => {
		const tracking_no = `SF${String(Date.now()).slice(-10)}`;
		await send('console-shipments', { transaction_id, express_company: 'SF', tracking_no });
		return `Shipped with SF, ${tracking_no}`;
	});

const turn = (name, on) => attempt(async () => void (await send('switches', { name, on })) ?? '');

byId('surge').addEventListener('submit', (event) => {
	event.preventDefault();
	const request = {
		sku_code: byId('surge-sku').value,
		buyers: Number(byId('surge-buyers').value),
		seconds: Number(byId('surge-seconds').value),
	};
	const tell = (text) => say(byId('surge-result'), text);
	void attempt(async () => {
		const payments = await send('purchases', request);
		const left = request.buyers - payments.length;
		const late = left > 0 ? `; for ${left} it was sold out` : '';
		return `${counted(payments.length, 'buyer')} paid${late}.`;
	}, tell);
});

byId('target').addEventListener('submit', (event) => {
	event.preventDefault();
	const tell = (text) => say(byId('target-result'), text);
	void attempt(async () => {
		await send('notify-url', { url: byId('notify-url').value });
		return 'Notifications of new payments go there from now on.';
	}, tell);
});

byId('push-target').addEventListener('submit', (event) => {
	event.preventDefault();
	const tell = (text) => say(byId('target-result'), text);
	void attempt(async () => {
		await send('shop/pushes', { url: byId('push-url').value });
		return 'Events of the WeChat Shop are pushed there from now on.';
	}, tell);
});

byId('hold').addEventListener('submit', (event) => {
	event.preventDefault();
	const tell = (text) => say(byId('hold-result'), text);
	void attempt(async () => {
		const { url } = await send('hold-url', {
			url: byId('hold-url').value,
			secret: byId('hold-secret').value.trim(),
		});
		return url === '' ? 'Buyers pay without a hold.' : 'The mall asks there before each payment.';
	}, tell);
});

tabs(document.querySelector('[role=tablist]'));

showLive();

const live = new EventSource('/phone/live');
live.addEventListener('open', () => say(byId('connection'), 'Live'));
live.addEventListener('error', () =>
	say(byId('connection'), 'The sandbox does not answer; trying again…'),
);
live.addEventListener('message', ({ data }) => {
	const state = JSON.parse(data);
	showShop(state, buy);
	showAddress(state);
	showUnpaid(state, pay);
	showOrders(state, { ship, giveBack });
	showWechatShop(state, buyInShop);
	showFigures(state);
	showSurge(state);
	showTarget(state);
	showSwitches(state, turn);
	showOdoo(state);
	showDeliveries(state);
	showCalls(state);
});
