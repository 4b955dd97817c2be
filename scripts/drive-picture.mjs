// Opens the bookshop's map beside its text in the running workbench and takes a picture.
export async function drive(page) {
  const press = async (key, wait = 600) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(wait);
  };
  await page.waitForTimeout(5000);
  await press('Control+P');
  await page.keyboard.type('strategic.arch');
  await page.waitForTimeout(1500);
  await press('Enter', 2500);
  await press('F1');
  await page.keyboard.type('Archivolt: Open Context Map');
  await page.waitForTimeout(1200);
  await press('Enter', 5000);
  await page.screenshot({ path: process.env.ARCHIVOLT_PICTURE });
}
