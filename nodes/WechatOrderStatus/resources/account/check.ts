import { checkApiAccount } from '../../../../lib/wechat-api/check-account';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';

/** Makes one harmless call with the access token that uploads use, too. */
export const execute = runPerItem(async (context, _index, { json }) => {
	const account = await accountOf(context);
	const proved = await checkApiAccount(account, callContext);
	return { json: { ...json, mini_program: { appid: account.appid, token: 'valid', proved } } };
});
