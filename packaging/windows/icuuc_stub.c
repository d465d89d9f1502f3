/* Windows 10 has icuuc.dll, Wine 8 has not: with these the libraries of Qt load under Wine.
   Goes into Wine's own folder of libraries, never into a bundle. */
#define EXPORTED __declspec(dllexport)
#define NOT_THERE 4 /* U_FILE_ACCESS_ERROR */

EXPORTED void *ucnv_open(const char *name, int *error) {
    (void)name;
    if (error) *error = NOT_THERE;
    return 0;
}
EXPORTED const char *ucnv_getName(void *converter, int *error) {
    (void)converter;
    if (error) *error = NOT_THERE;
    return 0;
}
EXPORTED signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 4; }
EXPORTED const char *ucnv_getAvailableName(int at) { (void)at; return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name; (void)standard;
    if (error) *error = NOT_THERE;
    return 0;
}
EXPORTED int ucnv_toUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
EXPORTED int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
EXPORTED void ucnv_close(void *converter) { (void)converter; }
EXPORTED void ucnv_reset(void *converter) { (void)converter; }
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void ucnv_getToUCallBack(void) {}
EXPORTED void ucnv_getFromUCallBack(void) {}
EXPORTED void ucnv_setToUCallBack(void) {}
EXPORTED void ucnv_setFromUCallBack(void) {}
EXPORTED void ucnv_cbToUWriteUChars(void) {}
EXPORTED void ucnv_cbFromUWriteUChars(void) {}
EXPORTED void ucnv_toUnicode(void) {}
EXPORTED void ucnv_fromUnicode(void) {}
