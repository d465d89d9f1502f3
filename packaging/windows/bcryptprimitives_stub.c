/* Windows 10 has bcryptprimitives.dll, Wine 8 has not. Random numbers come from where Wine has them.
   Goes into Wine's own folder of libraries, never into a bundle. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return RtlGenRandom(data, (ULONG)length);
}
