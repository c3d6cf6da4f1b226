#ifndef HELPLINE_CEDIT_SHIM_H
#define HELPLINE_CEDIT_SHIM_H

#include <histedit.h>

#endif
