import { copyFileSync } from "node:fs";
import { startServer } from "../support/server.ts";
import { tourAreas } from "./area-tour.ts";
import { tourDistrict } from "./district-tour.ts";
import { tourProvince } from "./province-tour.ts";

// Takes the pictures of docs/screenshots anew: the real server with its demo, and the real app. Four
// of them are also what the browser shows of the app before it is installed.

const FOR_INSTALLING = {
  "home-tablet": "home-wide",
  "report-form-tablet-lower": "form-wide",
  "home-phone": "home-narrow",
  "report-form-phone": "form-narrow",
};

const server = await startServer();
try {
  await tourDistrict(server);
  await tourAreas(server);
  await tourProvince(server);
  for (const [taken, shown] of Object.entries(FOR_INSTALLING)) {
    copyFileSync(`docs/screenshots/${taken}.png`, `public/screenshots/${shown}.png`);
  }
} finally {
  await server.remove();
}
process.exit();
