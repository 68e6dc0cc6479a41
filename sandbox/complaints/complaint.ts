/** One step that the buyer, the merchant or WeChat took, as the history lists it. */
export interface NegotiationStep {
	log_id: string;
	operator: string;
	operate_time: string;
	operate_type: string;
	operate_details?: string;
	image_list?: string[];
	complaint_media_list?: { media_type: string; media_url: string[] };
}

/** What a buyer complains about. */
export interface ComplaintRequest {
	complaint_detail: string;
	problem_type?: 'REFUND' | 'SERVICE_NOT_WORK' | 'OTHERS';
	/** In fen. */
	apply_refund_amount?: number;
	payer_phone?: string;
	/** Images, as bytes in Base64. */
	images?: string[];
}

export type ComplaintState = 'PENDING' | 'PROCESSING' | 'PROCESSED';

/** A complaint as WeChat keeps it. */
export interface Complaint {
	complaint_id: string;
	complaint_time: string;
	complaint_detail: string;
	complaint_state: ComplaintState;
	complainted_mchid: string;
	/** As the buyer typed it: answers have it encrypted. */
	payer_phone: string;
	payer_openid: string;
	problem_type: string;
	apply_refund_amount?: number;
	user_complaint_times: number;
	incoming_user_response: boolean;
	transaction_id: string;
	out_trade_no: string;
	amount: number;
	media_url: string[];
	/** Whether the merchant has announced a refund, which closes the complaint when it arrives. */
	refundApproved: boolean;
	history: NegotiationStep[];
}

/** A complaint and what has just happened to it, to be notified. */
export interface ComplaintNotice {
	complaint: Complaint;
	action_type: string;
}
