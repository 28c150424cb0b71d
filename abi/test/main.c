/* A C host: loads the bundle named on the command line and checks one listing. Exits 0 when all went as the header says. */
#include "../zhunze.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  if (argc != 2) return 10;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 11;
  fseek(file, 0, SEEK_END);
  size_t len = (size_t)ftell(file);
  rewind(file);
  uint8_t *bundle = zz_alloc(len);
  if (fread(bundle, 1, len, file) != len) return 12;
  fclose(file);
  uint32_t handle = zz_open(bundle, len);
  zz_free(bundle, len);
  if (handle == 0) return 13;
  const char *subject = "{\"kind\": \"listing\", \"title\": \"国家级面霜\"}";
  const char *options = "{\"as_of\": \"2026-11-21\"}";
  int32_t status = zz_check(handle, (const uint8_t *)subject, strlen(subject), (const uint8_t *)options, strlen(options));
  char *result = malloc(zz_result_len() + 1);
  memcpy(result, zz_result(), zz_result_len());
  result[zz_result_len()] = 0;
  int blocked = status == 1 && strstr(result, "\"decision\":\"block\"") != NULL;
  printf("%d %.60s\n", status, result);
  free(result);
  if (zz_open((const uint8_t *)"no", 2) != 0) return 14;
  zz_close(handle);
  return blocked ? 0 : 15;
}
