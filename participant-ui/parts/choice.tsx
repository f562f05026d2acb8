/** Knows: one of a few, as buttons in a row. */
export function Choice<O extends string>(props: {
  readonly label: string;
  readonly options: readonly O[];
  readonly names: { readonly [N in O]: string };
  readonly chosen: O;
  readonly choose: (option: O) => void;
}) {
  return (
    <div class="switch choice" role="group" aria-label={props.label}>
      {props.options.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === props.chosen}
          onClick={() => props.choose(one)}
        >
          {props.names[one]}
        </button>
      ))}
    </div>
  );
}
