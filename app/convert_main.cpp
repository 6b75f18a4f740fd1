// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/convert_program.h"

int main(int argumentCount, char **arguments)
{
    return model::convert::runConvertProgram(argumentCount, arguments);
}
