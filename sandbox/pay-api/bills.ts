import type { X509Certificate } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { billAge, billDay } from '../bills/bill-day';
import { sha1 } from '../bills/bill-files';
import { cutBill, sealFile } from '../bills/sealed-bill';
import { fundBill } from '../bills/fund-bill';
import { tradeBill } from '../bills/trade-bill';
import { TRADE_COLUMNS, type TradeBillType } from '../bills/trade-columns';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { paramError, WeChatError } from './errors';

/** Where the trade and fund bills of a day can be downloaded, and the bills themselves. */
export function addBills(api: App, wechat: WeChat): void {
	api.get('/v3/bill/tradebill', (call) => {
		const day = billDate(call.req.query('bill_date'), 'bill_date', wechat);
		const type = billType(call.req.query('bill_type') ?? 'ALL');
		const text = tradeBill(billDay(wechat, day, call.req.query('sub_mchid')), type, (payment) =>
			wechat.payments.descriptionOf(payment),
		);
		const { text: edit, damaged = false } = wechat.billEdits.get(day) ?? {};
		return billAddress(text && edit ? edit(text) : text, call, wechat, damaged);
	});
	api.get('/v3/bill/fundflowbill', (call) => {
		const day = billDate(call.req.query('bill_date'), 'bill_date', wechat);
		const account = call.req.query('account_type') ?? 'BASIC';
		if (!['BASIC', 'OPERATION', 'FEES'].includes(account)) {
			throw paramError('account_type', account, 'account_type is BASIC, OPERATION or FEES');
		}
		// Only the basic account sees movements here.
		return billAddress(account === 'BASIC' ? fundBill(wechat, day) : undefined, call, wechat);
	});
	api.get('/v3/bill/sub-merchant-fundflowbill', (call) => subFundBill(call, wechat));
	api.get('/v3/billdownload/file', (call) => {
		const file = wechat.billFiles.withToken(call.req.query('token') ?? '', wechat.now());
		if (!file) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '下载地址已失效');
		// The request is signed, the answer is not.
		call.set('signedText', null);
		return call.body(file.bytes, 200, { 'Content-Type': file.contentType });
	});
}

/** The fund bill of a sub-merchant, in encrypted files. @throws WeChatError */
function subFundBill(call: Call, wechat: WeChat): Response {
	const day = billDate(call.req.query('bill_date'), 'bill_date', wechat);
	const { sub_mchid, account_type = '', algorithm, tar_type } = call.req.query();
	if (!sub_mchid) throw paramError('sub_mchid', sub_mchid, 'sub_mchid is missing');
	if (!['BASIC', 'OPERATION', 'FEES', 'DEPOSIT'].includes(account_type)) {
		throw paramError('account_type', account_type, 'account_type is BASIC, OPERATION or FEES');
	}
	if (algorithm !== 'AEAD_AES_256_GCM') {
		throw paramError('algorithm', algorithm, 'algorithm is AEAD_AES_256_GCM');
	}
	const text = account_type === 'BASIC' ? fundBill(wechat, day, sub_mchid) : undefined;
	if (text === undefined) throw noStatement();
	const { files = 1 } = wechat.billEdits.get(day) ?? {};
	const download_bill_list = cutBill(text, files).map((part, index) => {
		const plain = Buffer.from(part);
		const packed = tar_type === 'GZIP' ? gzipSync(plain) : plain;
		const certificate = wechat.merchantCertificates.at(-1) as X509Certificate;
		const { bytes, ...key } = sealFile(packed, certificate.publicKey, wechat.random);
		const token = wechat.billFiles.keepBytes(bytes, {
			...{ atMs: wechat.now(), random: wechat.random, contentType: 'application/octet-stream' },
		});
		return {
			bill_sequence: index + 1,
			download_url: `${wechat.apiUrl}/v3/billdownload/file?token=${token}`,
			...key,
			...{ hash_type: 'SHA1', hash_value: sha1(plain) },
		};
	});
	// The order of the list is not promised.
	download_bill_list.reverse();
	return call.json({ download_bill_count: download_bill_list.length, download_bill_list });
}

/** The day asked for, `yyyy-MM-dd`. @throws WeChatError when it is none, too early or too long ago */
export function billDate(text: string | undefined, field: string, wechat: WeChat): string {
	const day = text ?? '';
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
		throw paramError(field, text, `${field} is no date`);
	}
	const age = billAge(wechat, day);
	if (age === 'early') {
		throw new WeChatError(400, 'STATEMENT_CREATING', '账单生成中，请在次日10点后再试');
	}
	if (age === 'late') throw noStatement();
	return day;
}

export const noStatement = (): WeChatError =>
	new WeChatError(400, 'NO_STATEMENT_EXIST', '请求的账单文件不存在');

function billType(text: string): TradeBillType {
	if (Object.hasOwn(TRADE_COLUMNS, text)) return text as TradeBillType;
	throw paramError('bill_type', text, 'bill_type is ALL, SUCCESS or REFUND');
}

/** Puts a bill where it can be downloaded. @throws WeChatError without one, or for an unknown `tar_type` */
function billAddress(
	text: string | undefined,
	call: Call,
	{ billFiles, random, now, apiUrl }: WeChat,
	damaged = false,
): Response {
	const compression = call.req.query('tar_type');
	if (compression !== undefined && compression !== 'GZIP') {
		throw paramError('tar_type', compression, 'tar_type is GZIP or left out');
	}
	if (text === undefined) throw noStatement();
	const gzip = compression === 'GZIP';
	const { token, sha1 } = billFiles.keep(text, { gzip, atMs: now(), random, damaged });
	return call.json({
		hash_type: 'SHA1',
		hash_value: sha1,
		download_url: `${apiUrl}/v3/billdownload/file?token=${token}`,
	});
}
