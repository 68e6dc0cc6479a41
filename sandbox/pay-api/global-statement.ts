import { gzipSync } from 'node:zlib';

import { billDay } from '../bills/bill-day';
import { sha1 } from '../bills/bill-files';
import { globalStatement } from '../bills/global-statement';
import type { Api } from './api';
import { billDate, noStatement } from './bill-request';
import { checkMchid } from './merchant-id';
import { paramError } from './wechat-error';

/** The statement of a day, sent at once. Its hash is in a header, and only the hash is signed. */
export const getGlobalStatement: Api = {
	method: 'GET',
	path: '/v3/global/statements',
	handle: ({ query, headers }, wechat) => {
		checkMchid(query.get('mchid'), wechat);
		const { payments, settlementCurrency } = wechat;
		const text = globalStatement(
			billDay(wechat, billDate(day(query.get('date')), 'date', wechat)),
			{
				settlementCurrency,
				descriptionOf: (payment) => payments.descriptionOf(payment),
			},
		);
		if (text === undefined) throw noStatement();
		const bytes = Buffer.from(text);
		const digest = sha1(bytes);
		const gzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
		return {
			status: 200,
			file: {
				bytes: gzip ? gzipSync(bytes) : bytes,
				headers: {
					'Content-Type': 'text/plain',
					'Wechatpay-Statement-Sha1': digest,
					...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
				},
				signedText: JSON.stringify({ sha1: digest }),
			},
		};
	},
};

/** `yyyyMMdd`, other than the domestic bills. */
function day(text: string | null): string {
	const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '') ?? [];
	if (year === undefined) throw paramError('date', text, 'date is yyyyMMdd');
	return `${year}-${month}-${date}`;
}
