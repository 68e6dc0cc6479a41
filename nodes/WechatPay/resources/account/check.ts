import { checkAccount } from '../../../../lib/wechat-pay/api/check-account';
import { merchantCertificate } from '../../../../lib/wechat-pay/api/merchant-certificate';
import { certificateDays } from '../../../../lib/wechat-pay/api/platform-certificates';
import { runPerItem } from '../../../shared/run-per-item';
import { freeDiskMegabytes } from '../../../shared/receiving/free-disk';
import { environmentWarnings } from '../../../shared/receiving/environment-warnings';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';

/**
 * Tries every field of the credential at WeChat Pay, and reads which settings of n8n make receiving slow or unsafe.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context, index);
	const checked = await checkAccount(account, callContext);
	const certificates = await certificateDays(account, callContext);
	const left = certificates.map(({ days_left }) => days_left);
	const wechat_pay = {
		mchid: account.mchid,
		...checked,
		certificates,
		days_left: left.length > 0 ? Math.max(...left) : null,
		merchant_certificate: merchantCertificate(account, Date.now()),
		n8n_settings: environmentWarnings(process.env),
		n8n_free_disk_mb: await freeDiskMegabytes(process.env),
	};
	return { json: { ...json, wechat_pay } };
});
