/** Parts of the page whose code loads later; nothing stands in their place until it is there. */
import { nothing } from 'lit';
import { until } from 'lit/directives/until.js';

/**
 * What makes templates of something that `load` brings. Once it is there they are made at once, so that drawing again
 * changes the elements that stand and takes neither focus nor fold from them. What could not be loaded is asked for again
 * the next time the page is drawn; until then `missing` stands in its place.
 */
export function loadedLater<T extends object>(
  load: () => Promise<T>,
): (part: (loaded: T) => unknown, missing?: unknown) => unknown {
  let loading: Promise<T> | undefined;
  let loaded: T | undefined;
  return (part, missing = nothing) => {
    if (loaded) return part(loaded);
    loading ??= load().then(
      (one) => (loaded = one),
      (fault) => {
        loading = undefined;
        throw fault;
      },
    );
    return until(
      loading.then(part, () => missing),
      nothing,
    );
  };
}
