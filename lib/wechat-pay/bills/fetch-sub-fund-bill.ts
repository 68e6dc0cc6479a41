import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { callOnce, downloadSigned } from '../api/call';
import { withQuery } from '../api/endpoints';
import { repeatOnHosts } from '../api/hosts';
import { refusalError } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { requireSide } from '../keys/region';
import { FUND } from './columns';
import { decrypted, openBillKey } from './decrypt-bill';
import { announced } from './fetch-bill';
import { provedBytes, readBillFiles, type Bill } from './read-bill';

export interface SubFundBillRequest {
	sub_mchid: string;
	/** `yyyy-MM-dd` in Beijing. */
	date: string;
	account: 'BASIC' | 'OPERATION' | 'FEES' | 'DEPOSIT';
}

/**
 * Fetches the fund bill of one merchant of a service provider (WeChat Pay APIv3, fund bill of a sub-merchant). Very
 * large ones come in several files. Each is encrypted with its own key: decrypted, then unpacked, then proved by its
 * hash; all of them in their order are the bill.
 *
 * @throws IntegrationError as `fetchBill`, and `WECHAT_BILL_LOCKED`
 */
export async function fetchSubFundBill(
	account: WechatPayAccount,
	request: SubFundBillRequest,
	context: HttpCallContext,
): Promise<Bill> {
	requireSide(account, 'mainland');
	const target = withQuery('/v3/bill/sub-merchant-fundflowbill', {
		sub_mchid: request.sub_mchid,
		bill_date: request.date,
		account_type: request.account,
		algorithm: 'AEAD_AES_256_GCM',
		tar_type: 'GZIP',
	});
	return await repeatOnHosts(account, context, async (host) => {
		const files = filesOf(await callOnce(host, { method: 'GET', target }, context));
		const sha1 = files.map((file) => file.sha1);
		return await readBillFiles(inOrder(host, files, context), sha1, FUND);
	});
}

interface EncryptedFile {
	sha1: string;
	target: string;
	encryptKey: string;
	nonce: string;
}

/** An answer without files is a day without a bill. */
function filesOf(answer: JsonObject): EncryptedFile[] {
	const list = Array.isArray(answer.download_bill_list) ? answer.download_bill_list : [];
	if (list.length === 0) throw noBill();
	return list
		.map((one) => asObject(one) ?? {})
		.sort((a, b) => Number(a.bill_sequence) - Number(b.bill_sequence))
		.map((one) => ({
			...announced(one),
			encryptKey: String(one.encrypt_key),
			nonce: String(one.nonce),
		}));
}

const noBill = () =>
	refusalError({ status: 400, headers: {}, body: { code: 'NO_STATEMENT_EXIST' } });

async function* inOrder(
	host: WechatPayAccount,
	files: EncryptedFile[],
	context: HttpCallContext,
): AsyncGenerator<Buffer> {
	for (const { sha1, target, encryptKey, nonce } of files) {
		const key = openBillKey(host.privateKey, encryptKey);
		const { body } = await downloadSigned(host, target, context);
		yield* provedBytes(decrypted(body, key, nonce), sha1);
	}
}
