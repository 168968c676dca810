/** Set by the bundler: a fingerprint of the engine's sources; absent where sources may change under a running page. */
declare const __ENGINE_BUILD__: string | undefined;

/** Fingerprint of the engine's sources, or '' where nothing may be kept between visits. */
export const ENGINE_BUILD: string = typeof __ENGINE_BUILD__ === 'string' ? __ENGINE_BUILD__ : '';
