import { Component, type ComponentChildren } from "preact";

type RedrawnForProps = { values: readonly unknown[]; children: ComponentChildren };

/**
 * Draws its children again only once one of `values` is another one, not with everything around
 * them. The words and whatever else they read from signals they follow by themselves.
 */
export class RedrawnFor extends Component<RedrawnForProps> {
  override shouldComponentUpdate({ values }: RedrawnForProps): boolean {
    return values.some((value, at) => !Object.is(value, this.props.values[at]));
  }

  override render() {
    return this.props.children;
  }
}
