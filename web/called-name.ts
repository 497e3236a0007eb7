const TITLES = /^(?:นางสาว|นาง|นาย|น\.ส\.|ว่าที่(?:ร้อยตรี|ร้อยโท|ร้อยเอก|\s?ร\.[ตทอ]\.)(?:หญิง)?|ดร\.)\s*/;

/** A person's name as they are called, without the title: "พิกุล ตัวอย่างรัตน์". */
export function calledName(displayName: string): string {
  return displayName.trim().replace(TITLES, "") || displayName;
}

/** The first of it: "พิกุล". */
export function firstName(displayName: string): string {
  return calledName(displayName).split(/\s+/)[0] ?? displayName;
}
