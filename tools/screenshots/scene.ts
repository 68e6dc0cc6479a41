/** A screen in a scene. */
export interface Panel {
	title: string;
	/** PNG. */
	picture: Buffer;
	/** Its turn has not come. */
	dim: boolean;
}

const STYLE = `
	* { box-sizing: border-box }
	body { margin: 0; padding: 24px; background: #f3f4f6; font: 22px/1.3 system-ui, sans-serif; color: #1f2933 }
	h1 { font-size: 26px; font-weight: 600; margin: 0 0 18px }
	.row { display: flex; gap: 48px; height: 590px }
	figure { margin: 0; flex: 1 1 0; min-width: 0; display: flex; flex-direction: column; position: relative }
	figure:first-child { flex: 0 0 300px }
	figcaption { font-weight: 600; margin-bottom: 8px }
	.screen { flex: 1; min-height: 0; border-radius: 10px; background: #fff; border: 1px solid #d5dae1; overflow: hidden }
	img { width: 100%; height: 100%; object-fit: contain; object-position: top }
	.dim { opacity: 0.18 }
	figure + figure::before { content: '→'; position: absolute; left: -38px; top: 45%; font-size: 30px; color: #07a35a }
`;

/** A page with screens side by side, from left to right, under one sentence. */
export function sceneHtml(caption: string, panels: Panel[]): string {
	const figures = panels.map(
		({ title, picture, dim }) =>
			`<figure><figcaption>${title}</figcaption><div class="screen${dim ? ' dim' : ''}">` +
			`<img src="data:image/png;base64,${picture.toString('base64')}"></div></figure>`,
	);
	return `<!doctype html><style>${STYLE}</style><h1>${caption}</h1><div class="row">${figures.join('')}</div>`;
}
