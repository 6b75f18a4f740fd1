// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/ocr_program.h"

int main(int argumentCount, char **arguments)
{
    return model::ocr::runOcrProgram(argumentCount, arguments);
}
