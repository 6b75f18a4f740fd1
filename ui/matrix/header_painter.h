// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QSize>
#include <QString>

class QPainter;
class QRect;

/// The names beside and above the matrix; the same in the window, in a picture and on paper.
namespace ui::matrix {

struct HeaderLook {
    QFont font;
    QColor text;
    bool isBold = false; ///< the current one, and groups of partners
};

/// What can be folded has a triangle before its name.
enum class Fold { None, Open, Folded };

QSize partnerHeaderSize(const QString &name, const QString &total, Fold fold, const QFont &font);
/// Of a partner, or of a group of them.
void paintPartnerHeader(QPainter &painter, const QRect &rect, const QString &name, const QString &total, Fold fold,
                        const HeaderLook &look);
Fold foldOf(const model::ArrangedRow &row);
/// The ground of the cells beside the heading of an open group.
QColor headingGround(const QPalette &palette);

/// Of the header above: the kind of data over its columns, below it the actions, below them the totals.
int permissionHeaderHeight(const QFont &font);
int kindHeight(const QFont &font); ///< of its upper part
/// `visible`: the part of `rect` that is in sight, in which the name is put.
void paintKind(QPainter &painter, const QRect &rect, const QRect &visible, const QString &data, Fold fold,
               const HeaderLook &look);
/// The lower part of a column's header.
void paintAction(QPainter &painter, const QRect &rect, const QString &action, const QString &total,
                 const HeaderLook &look);

} // namespace ui::matrix
