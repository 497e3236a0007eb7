// Built in a folder of its own, where the two packages are: see installPeers.
import { OdkWebForm, webFormsPlugin } from "@getodk/web-forms";
import { createApp, h } from "vue";
import formXml from "./report.xml?raw";

const fetchFormAttachment = async () => new Response("", { status: 404 });
createApp({ render: () => h(OdkWebForm, { formXml, fetchFormAttachment }) })
  .use(webFormsPlugin)
  .mount("#app");
