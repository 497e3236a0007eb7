import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import type { UploadRow } from "../db/rows.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
