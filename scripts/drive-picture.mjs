// Opens the bookshop's map beside its text in the running workbench and takes a picture. With
// ARCHIVOLT_PICTURE_COMMAND another command is run, and the map gets the window to itself.
const { ARCHIVOLT_PICTURE_COMMAND: own } = process.env;
const command = own ?? 'Archivolt: Open Context Map';

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
  await page.keyboard.type(command);
  await page.waitForTimeout(1200);
  await press('Enter', 5000);
  if (own) {
    await press('Control+B', 800);
    await press('Control+2', 800);
    await press('F1');
    await page.keyboard.type('View: Maximize Editor Group');
    await page.waitForTimeout(1000);
    await press('Enter', 3000);
  }
  await page.screenshot({ path: process.env.ARCHIVOLT_PICTURE });
}
