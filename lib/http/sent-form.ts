/** The form that an action was sent; an empty one where it was sent anything else. */
export function sentForm(form: unknown): FormData {
  return form instanceof FormData ? form : new FormData();
}
