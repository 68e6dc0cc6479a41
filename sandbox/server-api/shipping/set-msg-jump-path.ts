import { textOf } from '../read-body';
import { managed } from './managed';

/** The page that opens from a message; without one, WeChat's own does. */
export const setMsgJumpPath = managed('set_msg_jump_path', ({ body }, { serverApi }) => {
	serverApi.shipping.jumpPath = textOf(body.path) ?? '';
	return {};
});
