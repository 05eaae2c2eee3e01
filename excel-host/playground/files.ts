const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lets the user choose workbooks: by the button, or by dropping one on the page. */
export function acceptFiles(
  button: HTMLElement,
  input: HTMLInputElement,
  opened: (name: string, bytes: Uint8Array) => void,
): void {
  const take = async (file: File | undefined) => {
    if (file) opened(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    void take(input.files?.[0]);
    input.value = "";
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
}

/** Hands the user a file. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
