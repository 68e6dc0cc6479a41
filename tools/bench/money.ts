import { createHash } from 'node:crypto';
import { createGunzip, gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';

import { readStatementRow } from '../../lib/settlement/statement-row';
import { STATEMENT } from '../../lib/wechat-pay/bills/columns';
import { streamBill } from '../../lib/wechat-pay/bills/read-bill';
import { STATEMENT_COLUMNS } from '../../sandbox/bills/global-statement';
import { median, type Metric } from './metric';

const ROWS = 100_000;
const ROUNDS = 3;
const PIECE = 64 * 1024;
const MIB = 1024 * 1024;

/**
 * A statement of 100,000 rows as it comes from WeChat, gzipped: read, proved by its hash and turned into the settlement
 * of each order; beside it, in turns, the least that any reader has to do: unpack, hash, find the lines.
 */
export async function run(): Promise<Metric[]> {
	const { packed, sha1, net } = statement();
	const ours = async () => {
		const bill = { sha1 };
		let [rows, sum] = [0, 0];
		for await (const item of streamBill(pieces(packed), sha1, STATEMENT)) {
			const row = readStatementRow({ ...item, bill });
			rows += 1;
			sum += row ? row.settled.amount - row.fee.amount : 0;
		}
		if (rows !== ROWS || sum !== net) throw new Error('The statement was misread');
	};
	const bare = async () => {
		const hash = createHash('sha1');
		let lines = 0;
		for await (const chunk of pieces(packed).pipe(createGunzip())) {
			const bytes = chunk as Buffer;
			hash.update(bytes);
			for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
		}
		if (hash.digest('hex') !== sha1 || lines < ROWS) throw new Error('Misread');
	};
	const times = { ours: [] as number[], bare: [] as number[] };
	const memory: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		times.bare.push(await secondsOf(bare));
		const watch = watchMemory();
		times.ours.push(await secondsOf(ours));
		memory.push(watch.stop());
	}
	const seconds = median(times.ours);
	return [
		{
			metric: `${ROWS} rows read, proved and settled`,
			value: Number(seconds.toFixed(2)),
			unit: 's of processor time',
			goal: { below: 10 },
		},
		{
			metric: 'memory above idle at its highest',
			value: Math.round(Math.max(...memory)),
			unit: 'MiB',
			goal: { below: 150 },
		},
		{ metric: 'rows a second', value: Math.round(ROWS / seconds), unit: '/s' },
		{
			metric: 'beside unpacking, hashing and finding the lines alone',
			value: Number((seconds / median(times.bare)).toFixed(1)),
			unit: 'x',
		},
	];
}

/** Time of the processor, not of the clock: others may use the machine. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
	const began = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1e6;
}

/** The highest resident memory above what there was at the start, in MiB. */
function watchMemory(): { stop(): number } {
	globalThis.gc?.();
	const idle = process.memoryUsage().rss;
	let highest = idle;
	const timer = setInterval(() => {
		highest = Math.max(highest, process.memoryUsage().rss);
	}, 20);
	return {
		stop() {
			clearInterval(timer);
			return (Math.max(highest, process.memoryUsage().rss) - idle) / MIB;
		},
	};
}

function* cut(bytes: Buffer): Generator<Buffer> {
	for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
const pieces = (bytes: Buffer): Readable => Readable.from(cut(bytes));

/** Its rows have a net amount each, in cents; commas stand in the names. */
function statement(): { packed: Buffer; sha1: string; net: number } {
	let net = 0;
	const lines = [STATEMENT_COLUMNS.join(',')];
	for (let index = 0; index < ROWS; index += 1) {
		const cents = 1000 + (index % 9000);
		const fee = Math.round(cents * 0.006);
		net += cents - fee;
		const values: Record<string, string> = {
			...{ 交易时间: '2026-11-21 12:00:00', 公众账号ID: 'wx0123456789abcdef' },
			...{ 商户号: '1900000001', 子商户号: '0', 微信退款单号: '0', 商户退款单号: '0' },
			微信订单号: `420000270020261121${String(index).padStart(10, '0')}`,
			商户订单号: `SHOP20261121${index}`,
			用户标识: `oUpF8uMuAJO_M2pxb1Q9zNjWe${String(index).padStart(6, '0')}`,
			...{ 交易类型: 'JSAPI', 交易状态: 'SUCCESS', 付款银行: 'OTHERS' },
			...{ 商品名称: '红色T恤, M, 棉', 费率: '0.60%', 手续费: decimal(fee) },
			...{ 标价币种: 'CNY', 订单金额: decimal(cents * 7), 用户支付币种: 'CNY' },
			...{ 用户支付金额: decimal(cents * 7), 结算币种: 'USD', 应结订单金额: decimal(cents) },
			支付汇率: '14285714',
		};
		lines.push(STATEMENT_COLUMNS.map((column) => `\`${values[column] ?? ''}`).join(','));
	}
	const bytes = Buffer.from(`${lines.join('\n')}\n`);
	const sha1 = createHash('sha1').update(bytes).digest('hex');
	return { packed: gzipSync(bytes), sha1, net };
}

const decimal = (cents: number): string => (cents / 100).toFixed(2);
