type AvatarProps = {
  /** The name as called: without title, "พิกุล ตัวอย่างรัตน์". */
  name: string;
  size?: "small" | "large";
  quiet?: boolean;
};

/** The first consonant of a name: a leading vowel or a mark does not stand for anyone. */
function initialOf(name: string): string {
  return name.match(/[ก-ฮA-Za-z]/)?.[0]?.toUpperCase() ?? "";
}

/** A person as a letter; the name stands beside it. */
export function Avatar({ name, size = "small", quiet = false }: AvatarProps) {
  return (
    <span class={`avatar avatar-${size} ${quiet ? "avatar-quiet" : ""}`} aria-hidden="true">
      {initialOf(name) || "+"}
    </span>
  );
}
