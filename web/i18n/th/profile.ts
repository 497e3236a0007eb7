/** The eight fields of the profile box (R12). */
export const profile = {
  title: "ข้อมูลผู้ใช้",
  name: "ชื่อ สกุล",
  userType: "ประเภท",
  position: "ตำแหน่ง",
  orgUnit: "หน่วยงาน",
  affiliation: "สังกัดกลุ่มงาน/ฝ่าย",
  phone: "โทรศัพท์",
  email: "อีเมลแอดเดรส",
  registeredOn: "วันที่ลงทะเบียน",
};
