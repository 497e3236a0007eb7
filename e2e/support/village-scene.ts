/** A seed more is another place; five more are the same place with other people. */
type Scene = { seed: number; width: number; height: number; type: string; quality: number };

/**
 * Draws what officers photograph (a meeting, a lesson, a market, a garden, a pond) and answers it
 * encoded, as base64. Nobody real is in it. Runs in a page: it may use nothing from outside itself.
 */
export async function drawVillageScene(scene: Scene): Promise<string> {
  const { seed, width, height } = scene;
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("No canvas");
  pen.scale(width / 800, height / 600);

  let state = seed * 7919 + 17;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const pick = (colours: string[]): string => colours[next(colours.length)] ?? "#888";
  const box = (colour: string, x: number, y: number, w: number, h: number) => {
    pen.fillStyle = colour;
    pen.fillRect(x, y, w, h);
  };
  const shape = (colour: string, ...points: [number, number][]) => {
    pen.fillStyle = colour;
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.fill();
  };
  const dot = (colour: string, x: number, y: number, radiusX: number, radiusY = radiusX) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  const fade = (top: string, bottom: string, y: number, h: number) => {
    const colours = pen.createLinearGradient(0, y, 0, y + h);
    colours.addColorStop(0, top);
    colours.addColorStop(1, bottom);
    pen.fillStyle = colours;
    pen.fillRect(0, y, 800, h);
  };

  const SHIRTS = ["#2f5aa8", "#b5413b", "#e0a32e", "#3f8a5c", "#7b4a86", "#d8d4c8", "#39424f"];
  const SKIN = ["#c58c62", "#b27a50", "#d39c74"];
  /** Seen from behind or before, from the waist up. */
  const person = (x: number, y: number, size: number, fromBehind: boolean) => {
    dot(pick(SHIRTS), x, y + size * 1.5, size * 0.95, size * 1.1);
    const skin = pick(SKIN);
    dot(skin, x, y, size * 0.55, size * 0.62);
    dot("#241d1a", x, y - size * (fromBehind ? 0.1 : 0.28), size * 0.57, size * 0.5);
    if (!fromBehind) dot(skin, x, y + size * 0.14, size * 0.46, size * 0.42);
  };
  const crowd = (top: number, rows: number, size: number, fromBehind: boolean) => {
    for (let row = 0; row < rows; row += 1) {
      const scale = size * (1 + row * 0.22);
      const step = scale * 2.35;
      for (let x = (row % 2) * step * 0.5 - 10 + next(12); x < 830; x += step + next(9)) {
        if (next(9) > 0) person(x, top + row * size * 2.1 + next(7), scale, fromBehind);
      }
    }
  };
  const hat = (x: number, y: number, size: number) => {
    person(x, y, size, false);
    shape(
      "#d9b667",
      [x - size * 1.1, y - size * 0.1],
      [x, y - size * 0.95],
      [x + size * 1.1, y - size * 0.1],
    );
  };
  const tree = (x: number, y: number, size: number) => {
    box("#6b4a32", x - size * 0.08, y - size, size * 0.16, size);
    for (let leaf = 0; leaf < 7; leaf += 1) {
      dot(
        pick(["#3d7a42", "#4c8f4d", "#356b3b"]),
        x + (next(100) / 100 - 0.5) * size * 0.9,
        y - size * (0.95 + next(60) / 100),
        size * 0.34,
      );
    }
  };
  const outdoors = (sky: [string, string], ground: [string, string]) => {
    fade(sky[0], sky[1], 0, 330);
    shape(
      "#9db4bd",
      [0, 330],
      [0, 270],
      [190, 225],
      [400, 285],
      [610, 235],
      [800, 280],
      [800, 330],
    );
    fade(ground[0], ground[1], 320, 280);
  };

  const meeting = () => {
    fade("#e9dcc2", "#cdb894", 0, 600);
    for (const x of [90, 290, 510, 710]) box("#8a5f3d", x - 11, 90, 22, 300);
    shape("#a4472f", [0, 96], [0, 34], [400, 0], [800, 34], [800, 96]);
    box("#7c3423", 0, 92, 800, 14);
    box("#f4f1e6", 236, 138, 328, 96);
    box("#21448f", 236, 138, 328, 26);
    for (const [row, w] of [230, 270, 180].entries())
      box("#8e97ab", 400 - w / 2, 178 + row * 17, w, 6);
    box("#7a5a41", 250, 322, 300, 60);
    for (const x of [300, 400, 500]) person(x, 268, 25, false);
    crowd(372, 4, 27, true);
  };
  const lesson = () => {
    fade("#dfe6ea", "#c4cfd6", 0, 390);
    fade("#b99a78", "#96795a", 390, 210);
    box("#fbfcfc", 190, 70, 420, 220);
    box("#5d6b78", 186, 286, 428, 9);
    for (const [at, tall] of [60, 110, 85, 150, 128].entries()) {
      box(
        ["#21448f", "#3f8a5c", "#e0a32e"][at % 3] ?? "#21448f",
        236 + at * 70,
        270 - tall,
        42,
        tall,
      );
    }
    box("#a9c7d8", 30, 90, 110, 170);
    box("#a9c7d8", 660, 90, 110, 170);
    box("#f4f1e6", 82, 90, 6, 170);
    box("#f4f1e6", 712, 90, 6, 170);
    person(660, 246, 34, false);
    crowd(378, 4, 29, true);
  };
  const market = () => {
    outdoors(["#8fc4e8", "#dcecf2"], ["#c9b48c", "#a98f66"]);
    tree(70, 330, 150);
    tree(748, 336, 170);
    for (let stall = 0; stall < 3; stall += 1) {
      const x = 40 + stall * 250;
      const cloth = pick(["#b5413b", "#21448f", "#3f8a5c", "#7b4a86"]);
      box("#7a5a41", x + 8, 230, 8, 200);
      box("#7a5a41", x + 204, 230, 8, 200);
      for (let stripe = 0; stripe < 8; stripe += 1) {
        const at = x + stripe * 27.5;
        shape(
          stripe % 2 ? "#f6efe0" : cloth,
          [at + 8, 190],
          [at + 35, 190],
          [at + 30, 248],
          [at, 248],
        );
      }
      person(x + 80, 300, 27, false);
      person(x + 150, 304, 26, false);
      box("#8c6a48", x, 360, 220, 76);
      for (let piece = 0; piece < 9; piece += 1) {
        box(pick(SHIRTS), x + 8 + piece * 23, 338 + next(8), 19, 26);
      }
    }
    crowd(470, 2, 30, true);
  };
  const garden = () => {
    outdoors(["#a9d3ea", "#eef4e6"], ["#8a9a52", "#6d5a39"]);
    box("#8c6a48", 545, 236, 190, 84);
    for (const x of [556, 640, 720]) box("#5f4630", x, 318, 12, 50);
    shape("#a4472f", [515, 240], [640, 160], [765, 240]);
    box("#4a3626", 620, 262, 44, 58);
    tree(120, 330, 170);
    for (let bed = 0; bed < 5; bed += 1) {
      const y = 372 + bed * 47;
      const slope = bed * 16;
      shape(
        "#6b4d31",
        [30 - slope, y + 26],
        [50 - slope, y],
        [750 + slope, y],
        [770 + slope, y + 26],
      );
      for (let x = 60 - slope; x < 745 + slope; x += 24 + bed * 4) {
        dot(pick(["#5fae4b", "#4b963f", "#7cc05a"]), x, y + 2, 10 + bed * 2, 9 + bed * 2);
      }
    }
    for (const [x, y] of [
      [210, 352],
      [330, 398],
      [480, 366],
    ] as const)
      hat(x + next(40), y, 26);
  };
  const pond = () => {
    outdoors(["#f3c98b", "#f9ead0"], ["#8fae58", "#5f7f3c"]);
    dot("#fff3d0", 610, 150, 42);
    dot("#6f9fb0", 360, 440, 310, 78);
    dot("#8fbac6", 380, 428, 230, 44);
    for (let x = 20; x < 800; x += 96 + next(40)) tree(x, 338 + next(16), 90 + next(60));
    for (let reed = 0; reed < 60; reed += 1) {
      const x = 40 + next(720);
      box(pick(["#4b963f", "#3d7a42"]), x, 500 + next(70), 4, 26 + next(24));
    }
    for (const x of [150, 250, 560, 650]) hat(x + next(30), 452 + next(60), 29);
  };

  const places = [meeting, lesson, market, garden, pond];
  places[seed % places.length]?.();
  const light = pen.createRadialGradient(400, 240, 120, 400, 300, 560);
  light.addColorStop(0, "rgba(255,250,230,0.16)");
  light.addColorStop(1, "rgba(20,20,40,0.22)");
  pen.fillStyle = light;
  pen.fillRect(0, 0, 800, 600);

  const blob = await canvas.convertToBlob({ type: scene.type, quality: scene.quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
