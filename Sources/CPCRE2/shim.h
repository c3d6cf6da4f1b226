#ifndef HELPLINE_CPCRE2_SHIM_H
#define HELPLINE_CPCRE2_SHIM_H

// pcre2.h insists on a code unit width before it is included; a module map that named it directly could not give one.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// The information codes are plain macros and would be imported as Int32, while the functions take uint32_t.
static const uint32_t helpline_pcre2_info_capture_count = PCRE2_INFO_CAPTURECOUNT;
static const uint32_t helpline_pcre2_info_jit_size = PCRE2_INFO_JITSIZE;
static const uint32_t helpline_pcre2_info_match_empty = PCRE2_INFO_MATCHEMPTY;
static const uint32_t helpline_pcre2_info_min_length = PCRE2_INFO_MINLENGTH;
static const uint32_t helpline_pcre2_info_name_count = PCRE2_INFO_NAMECOUNT;
static const uint32_t helpline_pcre2_info_name_entry_size = PCRE2_INFO_NAMEENTRYSIZE;
static const uint32_t helpline_pcre2_info_name_table = PCRE2_INFO_NAMETABLE;
static const uint32_t helpline_pcre2_info_size = PCRE2_INFO_SIZE;

static const uint32_t helpline_pcre2_config_jit_target = PCRE2_CONFIG_JITTARGET;
static const uint32_t helpline_pcre2_config_unicode_version = PCRE2_CONFIG_UNICODE_VERSION;
static const uint32_t helpline_pcre2_config_version = PCRE2_CONFIG_VERSION;

static const uint32_t helpline_pcre2_newline_lf = PCRE2_NEWLINE_LF;
static const uint32_t helpline_pcre2_bsr_unicode = PCRE2_BSR_UNICODE;

#endif
