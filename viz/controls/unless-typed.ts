/** A field's value that does not overwrite what somebody is typing. */
import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

class UnlessTyped extends Directive {
  #last: string | undefined;

  render(value: string): string {
    return value;
  }

  override update(part: PropertyPart, [value]: [value: string]): typeof noChange {
    const field = part.element as HTMLInputElement;
    const isTyped = value === this.#last && field.matches(':focus');
    this.#last = value;
    if (!isTyped && field.value !== value) field.value = value;
    return noChange;
  }
}

/**
 * `.value=${unlessTyped(x)}` shows `x` as lit's `live` does, but the field that has the focus keeps its text until `x`
 * itself changes: answers come while people type.
 */
export const unlessTyped = directive(UnlessTyped);
