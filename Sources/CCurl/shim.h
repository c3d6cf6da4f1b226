#ifndef HELPLINE_CCURL_SHIM_H
#define HELPLINE_CCURL_SHIM_H

#include <curl/curl.h>

#endif
