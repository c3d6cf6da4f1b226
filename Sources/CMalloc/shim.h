#ifndef HELPLINE_CMALLOC_SHIM_H
#define HELPLINE_CMALLOC_SHIM_H

// Swift's Glibc does not have it.
#include <malloc.h>

#endif
