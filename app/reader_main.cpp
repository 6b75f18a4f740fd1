// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/child_main.h"

int main(int argumentCount, char **arguments)
{
    return model::reader::childMain(argumentCount, arguments);
}
