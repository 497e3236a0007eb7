import type { ComponentChildren } from "preact";
import { ThaiText } from "../components/thai-text.tsx";
import { paperWords } from "../i18n/paper-words.ts";
import { paperAreaWords } from "./paper-area-words.ts";
import { documentsOf, type PrintedPhoto, type PrintedReport, photosOf } from "./printed-report.ts";

const PHOTOS_A_PAGE = 4;

type PaperPhotosProps = {
  report: PrintedReport;
  /** The picture itself: where its bytes come from differs by who prints. */
  picture: (photo: PrintedPhoto, alt: string) => ComponentChildren;
};

/** The evidence, four photos to a page with their captions, and the names of attached papers. */
export function PaperPhotos({ report, picture }: PaperPhotosProps) {
  const words = paperWords();
  const photos = photosOf(report);
  const documents = documentsOf(report);
  const captionOf = ({ areaCode, caption }: PrintedPhoto, at: number) =>
    [words.photo(at + 1), areaCode && paperAreaWords(areaCode, report), caption]
      .filter(Boolean)
      .join(" ");
  return (
    <>
      {photos.length > 0 && (
        <section>
          <h2>{words.photos}</h2>
          {sheetsOf(photos).map((sheet) => (
            <div key={sheet[0]?.at} class="paper-photos">
              {sheet.map(({ photo, at }) => (
                <figure key={`${photo.submissionId} ${photo.sha256}`}>
                  <div class="paper-picture">{picture(photo, captionOf(photo, at))}</div>
                  <figcaption>
                    <ThaiText>{captionOf(photo, at)}</ThaiText>
                  </figcaption>
                </figure>
              ))}
            </div>
          ))}
        </section>
      )}
      {documents.length > 0 && (
        <section>
          <h2>{words.documents}</h2>
          <ul class="paper-documents">
            {documents.map(({ sha256, name, caption }) => (
              <li key={sha256}>{[name, caption].filter(Boolean).join(" · ")}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function sheetsOf(photos: readonly PrintedPhoto[]): { photo: PrintedPhoto; at: number }[][] {
  const numbered = photos.map((photo, at) => ({ photo, at }));
  return Array.from({ length: Math.ceil(photos.length / PHOTOS_A_PAGE) }, (_, sheet) =>
    numbered.slice(sheet * PHOTOS_A_PAGE, (sheet + 1) * PHOTOS_A_PAGE),
  );
}
