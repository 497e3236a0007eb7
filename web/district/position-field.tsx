import { LocateFixed, MapPin, TriangleAlert, X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Position } from "../../shared/area-record.ts";
import { Button, IconButton } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

type PositionFieldProps = {
  value: Position | null;
  onChange: (position: Position | null) => void;
  readOnly: boolean;
};

type Asking = "idle" | "asking" | "denied" | "unavailable" | "timeout";

/** A first fix under the open sky takes half a minute on a cold receiver. */
const OPTIONS = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 };

/** Where it was, when the person asks for it; never required, and every refusal says so. */
export function PositionField({ value, onChange, readOnly }: PositionFieldProps) {
  const [asking, setAsking] = useState<Asking>("idle");
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const { position } = t().area;
  const ask = () => {
    if (asking === "asking") return;
    setAsking("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (!isThere.current) return;
        setAsking("idle");
        onChange(positionOf(coords));
      },
      ({ code }) => {
        if (isThere.current) setAsking(REFUSALS.get(code) ?? "unavailable");
      },
      OPTIONS,
    );
  };
  if (readOnly && value === null) return null;
  return (
    <div>
      <p class="field-label">{position.optional}</p>
      <div class="flex flex-wrap items-center gap-3">
        {value !== null && (
          <span class="flex items-center gap-2">
            <Icon node={MapPin} size={22} class="text-bai" />
            {value.latitude}, {value.longitude} ·{" "}
            {position.accuracy(count(Math.ceil(value.accuracyM)))}
            {!readOnly && (
              <IconButton
                icon={X}
                kind="quiet"
                label={position.remove}
                onClick={() => onChange(null)}
              />
            )}
          </span>
        )}
        {!readOnly && (
          <Button icon={LocateFixed} aria-disabled={asking === "asking"} onClick={ask}>
            {position.use}
          </Button>
        )}
      </div>
      <p class={asking === "idle" ? "sr-only" : "mt-2 flex gap-2"} role="status">
        {asking !== "idle" && asking !== "asking" && (
          <Icon node={TriangleAlert} size={22} class="text-din" />
        )}
        {asking !== "idle" && position[asking]}
      </p>
    </div>
  );
}

/** By code of GeolocationPositionError. */
const REFUSALS: ReadonlyMap<number, Asking> = new Map([
  [1, "denied"],
  [2, "unavailable"],
  [3, "timeout"],
]);

/** To about a decimetre: more decimals than that are noise. */
function positionOf({ latitude, longitude, accuracy }: GeolocationCoordinates): Position {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    accuracyM: Math.ceil(accuracy),
    latitude: rounded(latitude),
    longitude: rounded(longitude),
  };
}
